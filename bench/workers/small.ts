const { runtime, storage } = Reflect.get(globalThis, 'chrome');

// The smallest background that answers: at once, or after a look into the store.
runtime.onMessage.addListener((message: { readonly question: string }, _: unknown, give: (answer: object) => void) => {
  if (message.question !== 'stored') give({ answer: 'here' });
  else storage.local.get('kept').then(({ kept }: Readonly<Record<string, unknown>>) => give({ answer: kept ?? '' }));
  return true;
});
