// The groups to choose from, put in order, searched and listed: one file, read while the store is asked for them.

import { dressIn } from '../ui/dress-in';
import css from './looks/found-groups.css?inline';

export { candidateId, candidates, placeOf, searching, withChains } from '../../utils/find-groups';
export { choiceOf } from './choice-of';
export { GroupList } from './GroupList';

dressIn(css);
