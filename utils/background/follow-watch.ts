// What following settings must hear of. Their room is fetched only where one of them has changed, here or above.

const carriers = ['settings', 'sites'];

/** Something in this browser's store has changed. */
export async function changedHere(changes: Readonly<Record<string, unknown>>): Promise<void> {
  if (carriers.some((key) => key in changes)) await (await import('./following')).follow();
}

/** Something in synchronised storage has changed. What was erased there is not put up again at once. */
export async function changedThere(changes: Readonly<Record<string, { readonly newValue?: unknown }>>): Promise<void> {
  if (Object.values(changes).some(({ newValue }) => newValue !== undefined)) {
    await (await import('./following')).follow();
  }
}
