import type { Shape } from '../../utils/model/hand-out';
import { say, type Word } from '../../utils/words';
import { Choice } from './Choice';
import { Lockable } from './managed/Lockable';
import type { SectionProps } from './section';
import { Title } from './Title';

const shapes: Readonly<Record<Shape, readonly [name: Word, hint: Word]>> = {
  link: ['shapeLink', 'shapeLinkHint'],
  rich: ['shapeRich', 'shapeRichHint'],
  button: ['shapeButton', 'shapeButtonHint'],
  source: ['shapeSource', 'shapeSourceHint'],
  markdown: ['shapeMarkdown', 'shapeMarkdownHint'],
  qr: ['shapeQr', 'shapeQrHint'],
  png: ['shapePng', 'shapePngHint'],
  svg: ['shapeSvg', 'shapeSvgHint'],
};
const order: readonly Shape[] = ['link', 'rich', 'button', 'source', 'markdown', 'qr', 'png', 'svg'];

/** Which shape the main button of the popup gives. */
export function HandingOut({ settings, change }: SectionProps) {
  const options = order.map((id) => {
    const [name, hint] = shapes[id];
    return { id, label: say(name), hint: say(hint) };
  });
  const choose = (shape: Shape) => change({ shape });
  return (
    <>
      <Title>{say('sectionHandingOut')}</Title>
      <p class="quiet-text">{say('primaryShapeWhy')}</p>
      <div class="card">
        <Lockable by="handOutAs">
          <Choice
            legend={say('primaryShape')}
            look="list"
            options={options}
            chosen={settings.shape}
            onChoose={choose}
          />
        </Lockable>
      </div>
    </>
  );
}
