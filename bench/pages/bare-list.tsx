import { render } from 'preact';
import { useState } from 'preact/hooks';

const rowHeight = 44;
const inView = 10;
const topics = ['Launch', 'Members', 'Deals', 'Webinar', 'Partners'];
const places = ['Lyon', 'Madrid', 'Berlin', 'São Paulo'];
const names = Array.from({ length: 10_000 }, (_, nth) => `${topics[nth % 5]} ${places[nth % 4]} ${nth}`);
const folded = names.map(fold);

render(<BareList />, document.body);

/** A windowed list and a search: nothing else. */
function BareList() {
  const [wanted, setWanted] = useState('');
  const [top, setTop] = useState(0);
  const query = fold(wanted);
  const found = names.filter((_, nth) => folded[nth]?.includes(query));
  const first = Math.floor(top / rowHeight);
  return (
    <main>
      <input type="search" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
      <div
        id="list"
        style={`height:${inView * rowHeight}px;overflow-y:auto`}
        onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      >
        <div style={`height:${found.length * rowHeight}px;position:relative`}>
          {found.slice(first, first + inView + 2).map((name, nth) => (
            <div key={name} class="row" style={`position:absolute;top:${(first + nth) * rowHeight}px`}>
              {name}
            </div>
          ))}
        </div>
      </div>
    </main>
  );
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
