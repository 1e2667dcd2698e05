import { cleanName, isolated } from '../../../utils/handout/clean-name';
import type { LedgerSummary } from '../../../utils/model/hand-out';
import type { CampaignReport } from '../../../utils/over-time/model';
import { language, say, sayCount } from '../../../utils/words';
import { shapeNames, shapesInOrder } from '../../popup/shape-names';
import { momentIn, spanIn } from '../../ui/zone-times';
import { Standing } from '../record/Standing';

interface ReportCodeProps {
  readonly one: CampaignReport['groups'][number]['codes'][number];
  readonly zone: string;
}

/** One code of a group: from when to when, how it ended, and where it went. */
export function ReportCode({ one: { code, from, to, endedBy, handedOut }, zone }: ReportCodeProps) {
  return (
    <tr>
      <td>
        <code dir="ltr">{code}</code>
      </td>
      <td>
        <span>{to === undefined ? say('reportSince', momentIn(from, zone)) : spanIn(from, to, zone)}</span>
        <Standing stand={to === undefined ? 'current' : (endedBy ?? 'retired')} />
      </td>
      <td>
        <WhereItWent summary={handedOut} />
      </td>
    </tr>
  );
}

function WhereItWent({ summary }: { readonly summary: LedgerSummary }) {
  const { count, byShape, labels, printed } = summary;
  if (count === 0) return <span class="quiet-text">{say('reportNotHandedOut')}</span>;
  const list = new Intl.ListFormat(language());
  const shapes = shapesInOrder.flatMap((shape) => {
    const times = byShape[shape];
    return times ? [say('reportShape', say(shapeNames[shape]), times)] : [];
  });
  return (
    <>
      <span>{sayCount('reportTimes', count)}</span>
      <span class="small quiet-text">{shapes.join(' · ')}</span>
      {labels.length > 0 && <span class="small">{say('outFor', list.format(labels.map(isolated)))}</span>}
      {printed.length > 0 && (
        <span class="small heed-text">{say('reportPaper', list.format(printed.map(paperWords)))}</span>
      )}
    </>
  );
}

function paperWords({ label = '', shape }: LedgerSummary['printed'][number]): string {
  return cleanName(label) ? isolated(label) : say(shapeNames[shape]);
}
