// The groups to choose from, put in order, searched and listed: one file, read while the store is asked for them.

export { candidateId, candidates, placeOf, searching, withChains } from '../../utils/find-groups';
export { GroupList } from './GroupList';
