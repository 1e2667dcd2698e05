import { useEffect, useRef } from 'preact/hooks';
import { cleanText } from '../../../utils/handout/clean-text';
import { fileName } from '../../../utils/handout/file-name';
import type { CampaignReport } from '../../../utils/over-time/model';
import { language, say, sayCount } from '../../../utils/words';
import { Icon } from '../../ui/Icon';
import { moreIcons } from '../../ui/more-icons';
import { TroubleNotice } from '../../ui/Notice';
import { SafeText } from '../../ui/SafeText';
import { saveFile } from '../../ui/save-file';
import { useAsk } from '../../ui/use-asked';
import { momentIn } from '../../ui/zone-times';
import { Title } from '../Title';
import { endWords, spanWords } from './campaign-words';
import { ReportGroup } from './ReportGroup';
import { reportPage } from './report-page';
import { State } from './State';
import { useZone } from './use-zone';

/** One page about a campaign, to print or to save. */
export function Report({ id }: { readonly id: string }) {
  const { now, ask } = useAsk('campaign.report', id);
  const zone = useZone();
  const report = now.before;
  return (
    <>
      <p class="no-print report-back">
        <a class="button quiet" href="#campaigns">
          <Icon name={moreIcons.back} />
          {say('campaignsAll')}
        </a>
      </p>
      {now.mood === 'troubled' && (
        <TroubleNotice
          trouble={now.trouble}
          actions={
            <button type="button" class="button" onClick={() => void ask(id)}>
              {say('tryAgain')}
            </button>
          }
        />
      )}
      {report && zone !== undefined ? (
        <Page report={report} zone={zone} />
      ) : (
        now.mood !== 'troubled' && <div class="skeleton block" aria-hidden="true" />
      )}
    </>
  );
}

function Page({ report, zone }: { readonly report: CampaignReport; readonly zone: string }) {
  const page = useRef<HTMLElement>(null);
  const { campaign, groups, madeAt } = report;
  // It was not there yet when the page moved on to it.
  useEffect(() => page.current?.querySelector('h1')?.focus(), []);
  const notes = cleanText(campaign.notes);
  const save = () => {
    if (!page.current) return;
    const file = reportPage(page.current, { title: campaign.name, language: language() });
    saveFile([file], 'html', fileName(campaign.name, 'html'));
  };
  return (
    <article ref={page} class="report">
      <header class="report-head">
        <div class="row title-row">
          <Title>
            <SafeText text={campaign.name} instead={say('campaignUnnamed')} />
          </Title>
          <div class="row no-print">
            <button type="button" class="button" onClick={() => window.print()}>
              {say('reportPrint')}
            </button>
            <button type="button" class="button" onClick={save}>
              {say('reportSave')}
            </button>
          </div>
        </div>
        <p>
          <State state={campaign.state} /> · {spanWords(campaign, zone)}
        </p>
        <p class="quiet-text">{endWords(campaign, { now: madeAt, zone })}</p>
        {notes && (
          <p class="notes">
            <bdi>{notes}</bdi>
          </p>
        )}
        <p class="sum">{sumWords(report)}</p>
      </header>
      {groups.map((group) => (
        <ReportGroup key={group.group} one={group} campaign={campaign} madeAt={madeAt} zone={zone} />
      ))}
      <footer class="small quiet-text">
        {say('reportMade', momentIn(madeAt, zone), zone || new Intl.DateTimeFormat().resolvedOptions().timeZone)}
      </footer>
    </article>
  );
}

/** "3 groups · 4 links · handed out 42 times · 2 of them on paper" */
function sumWords({ groups }: CampaignReport): string {
  const codes = groups.flatMap((group) => group.codes);
  const count = codes.reduce((sum, { handedOut }) => sum + handedOut.count, 0);
  const printed = codes.reduce((sum, { handedOut }) => sum + handedOut.printed.length, 0);
  return [
    sayCount('groupCount', groups.length),
    sayCount('recordCodesCount', codes.length),
    count === 0 ? say('reportNotHandedOut') : sayCount('reportHandedOut', count),
    ...(printed > 0 ? [sayCount('reportOnPaper', printed)] : []),
  ].join(' · ');
}
