/** One life of the background, as far as it can be ended: after that nothing it does reaches the world. */
export interface Power {
  readonly name: string;
  /** Calls into the world so far: each is a moment at which it can end. */
  steps(): number;
  isDead(): boolean;
  /** To be called before each call into the world; false where the life is over. */
  goesOn(): boolean;
  /** Ends it at its nth step. */
  endAt(step: number): void;
  end(): void;
  /** What is done at its end. */
  atEnd(deed: () => void): void;
  /** What is done at its nth step. */
  atStep(step: number, deed: () => void): void;
}

let lives = 0;

export function power(): Power {
  const name = `life ${++lives}`;
  const endings: (() => void)[] = [];
  const deeds = new Map<number, () => void>();
  let steps = 0;
  let dead = false;

  function end(): void {
    if (dead) return;
    dead = true;
    for (const ending of endings) ending();
  }
  const atStep = (step: number, deed: () => void) => void deeds.set(step, deed);

  return {
    name,
    steps: () => steps,
    isDead: () => dead,
    goesOn() {
      if (dead) return false;
      steps += 1;
      deeds.get(steps)?.();
      return !dead;
    },
    endAt: (step) => atStep(step, end),
    end,
    atEnd: (deed) => void endings.push(deed),
    atStep,
  };
}

export const never = (): Promise<never> => new Promise(() => {});

/** An asynchronous call into the world: not made, or never answered, once the life is over. */
export function through<Given extends readonly unknown[], Got>(
  life: Power,
  busy: Pick<Busy, 'during'>,
  call: (...given: Given) => Promise<Got>,
): (...given: Given) => Promise<Got> {
  return async (...given) => {
    if (!life.goesOn()) return never();
    const ended = await busy.during(call(...given)).then(
      (got) => () => got,
      (caught) => () => {
        throw caught;
      },
    );
    return life.goesOn() ? ended() : never();
  };
}

/** Whether anything is under way in the world. */
export interface Busy {
  during<T>(work: Promise<T>): Promise<T>;
  begin(): () => void;
  /** Comes back when nothing is under way any more, but for what takes longer than `patienceMs` of real time. */
  idle(): Promise<void>;
}

const quietTurns = 4;

export function busy(patienceMs = 2_000): Busy {
  let underWay = 0;
  let moves = 0;
  const begin = () => {
    underWay += 1;
    moves += 1;
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      underWay -= 1;
      moves += 1;
    };
  };
  return {
    begin,
    async during(work) {
      const over = begin();
      return work.finally(over);
    },
    async idle() {
      const started = performance.now();
      for (let quiet = 0, seen = moves; quiet < quietTurns; ) {
        await new Promise((go) => setImmediate(go));
        const isPatient = performance.now() - started < patienceMs;
        quiet = moves === seen && (underWay === 0 || !isPatient) ? quiet + 1 : 0;
        seen = moves;
      }
    },
  };
}
