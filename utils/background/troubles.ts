import type { TroubleFacts } from '../trouble';

/** What our own askers are told so often that it tells nobody anything, or that nobody did. */
const common = new Set(['not-allowed', 'vault-locked', 'wrong-passphrase', 'wrong-file-passphrase']);

/** Notes that a question was troubled, for "Copy debug info". Nobody waits for it. */
export function noted(question: unknown, { kind, status }: TroubleFacts): void {
  if (common.has(kind) || typeof question !== 'string' || !/^[a-z]{1,20}\.[a-z]{1,20}$/.test(question)) return;
  const trouble = { at: Date.now(), kind, during: question, ...(status !== undefined && { status }) };
  void import('../store/past-troubles').then(({ noteTrouble }) => noteTrouble(trouble)).catch(() => undefined);
}
