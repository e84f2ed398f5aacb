/** From machines that wait for a configuration to a cluster whose etcd has every vote. */
export { type BroughtNode, bringUp, type NodeToBring } from './bring-up.ts';
export { type NodeState, nodeState } from './node-state.ts';
export { patiently } from './patiently.ts';
