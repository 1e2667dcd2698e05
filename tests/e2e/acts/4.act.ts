import { act } from './act.ts';

act(3);
