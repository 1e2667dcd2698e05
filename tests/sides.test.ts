import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

// A page in Arabic is the same page seen in a mirror, as long as its styles say start and end, never left and right.

const root = join(import.meta.dirname, '..');
const sheets = ['components', 'entrypoints', 'utils', 'public']
  .flatMap((room) => readdirSync(join(root, room), { withFileTypes: true, recursive: true }))
  .filter((entry) => entry.isFile() && /\.(css|html)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));

/** Put by its script at a place of the window, which has the same left whatever one reads. */
const placed = ['inset: 0 auto auto 0'];

describe('the styles', () => {
  it('are looked at, all of them', () => {
    expect(sheets.length).toBeGreaterThan(20);
  });

  it('know no left and no right', () => {
    const found = sheets.flatMap((file) =>
      sided(readFileSync(file, 'utf8')).map((rule) => `${relative(root, file)}: ${rule}`),
    );
    expect(found.filter((rule) => !placed.some((one) => rule.includes(one)))).toEqual([]);
  });

  it.each([
    'margin-left: 4px',
    'left: 0',
    'border-right: 1px solid',
    'border-top-left-radius: 4px',
    'text-align: right',
    'float: left',
    'padding: 1px 2px 3px 4px',
    'inset: 0 auto auto 0',
    'border-radius: 0 4px 4px 0',
    'transform: translateX(4px)',
  ])('would be found with %s', (rule) => {
    expect(sided(`.a { ${rule}; }`)).toEqual([rule]);
  });

  it.each([
    'padding: 1px 2px 3px 2px',
    'margin-inline-start: 4px',
    'inset: 0',
    'text-align: start',
    'border-radius: 4px',
  ])('may say %s', (rule) => expect(sided(`.a { ${rule}; }`)).toEqual([]));
});

/** The declarations that mean one side of the page. */
function sided(css: string): readonly string[] {
  const rules = css.replace(/\/\*.*?\*\//gs, '').matchAll(/(?<=[{;\s"])([a-z-]+)\s*:\s*([^;{}"]+?)\s*(?=[;}"])/g);
  return [...rules].filter(([, name = '', value = '']) => isSided(name, value)).map(([rule]) => rule);
}

function isSided(name: string, value: string): boolean {
  if (/^(?:(?:margin|padding|border|scroll-(?:margin|padding))-)?(?:left|right)(?:-(?:width|style|color))?$/.test(name))
    return true;
  if (/-(?:left|right)-radius$/.test(name)) return true;
  if (/^(?:text-align|float|clear)$/.test(name)) return /\b(?:left|right)\b/.test(value);
  if (name === 'transform' || name === 'translate')
    return /translate(?:X|3d)?\((?!-?50%)/.test(value) && !/translateY/.test(value);
  const [top, right, bottom, left] = value.replace(/\([^)]*\)/g, '()').split(/\s+/);
  if (name === 'border-radius') return left !== undefined && (top !== right || bottom !== left);
  return /^(?:margin|padding|inset|border-(?:width|style|color))$/.test(name) && left !== undefined && right !== left;
}
