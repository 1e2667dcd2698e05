import { hidden } from './handout/clean-name';
import { bareCode, type InviteCode } from './invite-link';
import type { Settings } from './model/settings';
import type { Word } from './words';

// What stands in the popup before its own code has been read: one group, its link, and the button that copies it.

/** As small as it can be: what is more comes with the rest of the popup. */
export interface FirstFace {
  /** The group's, cleaned. */
  readonly name: string;
  readonly code: InviteCode;
  /** What the primary button says. */
  readonly act: Word;
  /** What is said beside the name, where anything is. */
  readonly tag: Word | '';
  readonly theme: Settings['theme'];
}

const like: Readonly<Record<keyof FirstFace, RegExp>> = {
  name: /^.{1,1000}$/,
  code: /^/,
  act: /^(?:copy|save)[A-Z]\w+$/,
  tag: /^(?:admin|notAdmin)?$/,
  theme: /^(?:system|light|dark)$/,
};

/** The face beside a view that was kept, where this version wrote it and it is whole. */
export function firstFaceIn(kept: unknown, version: string): FirstFace | undefined {
  const face = at(kept, 'face');
  return at(kept, 'version') === version && isFace(face) ? face : undefined;
}

function isFace(value: unknown): value is FirstFace {
  const texts = Object.entries(like).map(([key, pattern]) => {
    const text = at(value, key);
    return typeof text === 'string' && pattern.test(text) ? text : undefined;
  });
  const [name = '', code = ''] = texts;
  return !texts.includes(undefined) && name.search(hidden) < 0 && bareCode(code) !== undefined;
}

function at(value: unknown, key: string): unknown {
  return Reflect.get(Object(value), key);
}
