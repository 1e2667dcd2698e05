import { useState } from 'preact/hooks';
import { codesCsv, codesJson } from '../../../utils/handout/record-table';
import type { CodeLife } from '../../../utils/model/record';
import { say, sayCount } from '../../../utils/words';
import { ask } from '../../ui/use-ask';
import type { SectionProps } from '../section';
import { Title } from '../Title';
import { Chooser } from './Chooser';
import { CodeRow } from './CodeRow';
import { Keeping } from './Keeping';
import { NothingYet } from './NothingYet';
import { OneCampaign } from './OneCampaign';
import { RecordList } from './RecordList';
import type { Savable } from './save-rows';
import { Tools } from './Tools';
import { type List, usePages } from './use-pages';
import { useRecord } from './use-record';
import { filterWithin, useWithin, type Within } from './use-within';
import { filterOf, firstWish, type Wish } from './wish';

const list: List<CodeLife> = (asked) => ask('lineage.list', asked);
const savable: Savable<CodeLife> = { list, csv: codesCsv, json: codesJson, name: 'codes' };

/** Every code that any group has had; `record/GROUP` shows those of one group, `record/campaign/ID` those of a campaign. */
export function Codes({ rest, overview }: SectionProps) {
  const within = useWithin(rest);
  return (
    <>
      <Title>{say('sectionRecord')}</Title>
      {within && <Listed rest={rest.startsWith('campaign/') ? '' : rest} within={within} overview={overview} />}
    </>
  );
}

interface ListedProps extends Pick<SectionProps, 'rest' | 'overview'> {
  readonly within: Within;
}

function Listed({ rest, within, overview }: ListedProps) {
  const [first] = useState(() => firstWish(rest));
  const [wish, setWish] = useState(first);
  const filter = filterWithin(within, filterOf(wish));
  const pages = usePages(list, filter);
  const isBare = wish === first && !wish.group && !within.campaign && pages.rows?.length === 0;
  const record = useRecord();
  const choose = (part: Partial<Wish>) => setWish({ ...wish, ...part });
  return (
    <>
      <p class="quiet-text">{say('recordWhat')}</p>
      <Keeping record={record} onBroughtBack={pages.again} />
      {within.campaign && <OneCampaign campaign={within.campaign} all="#record" />}
      <section class="card stack" aria-label={say('recordCodes')}>
        {!isBare && (
          <Tools
            wish={wish}
            example="recordFindExample"
            onWish={choose}
            days={['recordInUseSince', 'recordInUseUntil']}
            savable={savable}
            filter={filter}
          >
            <Chooser
              label={say('recordStands')}
              chosen={wish.state}
              onChoose={(state) => choose({ state })}
              options={[
                ['', say('recordStandsAny')],
                ['current', say('historyCurrent')],
                ['retired', say('historyRetired')],
                ['changed-elsewhere', say('historyChangedElsewhere')],
              ]}
            />
          </Tools>
        )}
        <RecordList
          pages={pages}
          isFiltered={Object.keys(filter).length > 0}
          group={wish.group}
          onEveryGroup={() => choose({ group: '' })}
          empty={<NothingYet words={say('recordEmpty')} overview={overview} />}
          counted={(count) => sayCount('recordCodesCount', count)}
          heads={[say('recordGroupAndCode'), say('recordSeen'), say('recordStands')]}
          row={(life) => (
            <CodeRow key={`${life.seq} ${life.code}`} life={life} onGroup={(group) => choose({ group })} />
          )}
        />
      </section>
    </>
  );
}
