import { useState } from 'preact/hooks';
import { handOutsCsv, handOutsJson } from '../../../utils/handout/record-table';
import type { HandOut } from '../../../utils/model/hand-out';
import { say, sayCount } from '../../../utils/words';
import { shapeNames, shapesInOrder } from '../../popup/shape-names';
import { ask } from '../../ui/use-ask';
import type { SectionProps } from '../section';
import { Title } from '../Title';
import { Chooser } from './Chooser';
import { HandOutRow } from './HandOutRow';
import { NothingYet } from './NothingYet';
import { OneCampaign } from './OneCampaign';
import { RecordList } from './RecordList';
import type { Savable } from './save-rows';
import { Tools } from './Tools';
import { type List, usePages } from './use-pages';
import { useStands } from './use-stands';
import { filterWithin, useWithin, type Within } from './use-within';
import { filterOf, firstWish, type Wish } from './wish';

const list: List<HandOut> = (asked) => ask('ledger.list', asked);
const savable: Savable<HandOut> = { list, csv: handOutsCsv, json: handOutsJson, name: 'hand-outs' };

/** Where every invite went; `hand-outs/GROUP` shows those of one group, `hand-outs/campaign/ID` those of a campaign. */
export function HandOuts({ rest, overview }: SectionProps) {
  const within = useWithin(rest);
  return (
    <>
      <Title>{say('sectionHandOuts')}</Title>
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
  const stands = useStands(pages.rows);
  const choose = (part: Partial<Wish>) => setWish({ ...wish, ...part });
  return (
    <>
      <p class="quiet-text">{say('handOutsWhat')}</p>
      {within.campaign && <OneCampaign campaign={within.campaign} all="#hand-outs" />}
      <section class="card stack" aria-label={say('sectionHandOuts')}>
        {!isBare && (
          <Tools
            wish={wish}
            example="handOutsFindExample"
            onWish={choose}
            days={['recordSince', 'recordUntil']}
            savable={savable}
            filter={filter}
          >
            <Chooser
              label={say('handOutsShape')}
              chosen={wish.shape}
              onChoose={(shape) => choose({ shape })}
              options={[
                ['', say('handOutsShapeAny')],
                ...shapesInOrder.map((shape) => [shape, say(shapeNames[shape])] as const),
              ]}
            />
            <Chooser
              label={say('printedTick')}
              chosen={wish.printed}
              onChoose={(printed) => choose({ printed })}
              options={[
                ['', say('handOutsPrintedAny')],
                ['yes', say('handOutsPrinted')],
                ['no', say('handOutsNotPrinted')],
              ]}
            />
          </Tools>
        )}
        <RecordList
          pages={pages}
          isFiltered={Object.keys(filter).length > 0}
          group={wish.group}
          onEveryGroup={() => choose({ group: '' })}
          empty={<NothingYet words={say('handOutsEmpty')} overview={overview} />}
          counted={(count) => sayCount('handOutsCount', count)}
          heads={[say('recordGroupAndCode'), say('handOutsWhen'), say('handOutsLabel')]}
          row={(one) => (
            <HandOutRow
              key={one.id}
              handOut={one}
              stand={stands.get(one.code)}
              onGroup={(group) => choose({ group })}
            />
          )}
        />
      </section>
    </>
  );
}
