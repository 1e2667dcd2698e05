const { runtime, storage } = Reflect.get(globalThis, 'chrome');

interface Message {
  readonly question: 'one key' | 'fill array' | 'append to array' | 'newest fifty';
  readonly asked: unknown;
}

// Two ways of keeping something: a small key, which is the least there is, and all rows in one array.
runtime.onMessage.addListener((message: Message, _: unknown, give: (answer: object) => void) => {
  void done(message).then((answer) => give({ answer }));
  return true;
});

async function done({ question, asked }: Message): Promise<unknown> {
  if (question === 'one key') return storage.local.set({ one: asked });
  if (question === 'fill array') return storage.local.set({ rows: asked });
  const { rows } = await storage.local.get('rows');
  if (question === 'newest fifty') return rows.slice(-50);
  return storage.local.set({ rows: [...rows, asked] });
}
