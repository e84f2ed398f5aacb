export { decodeFrame, encodeFrame, type Frame, type FrameKind, framesIn } from './frames.ts';
export { changesIn, type HistoryChange, type HistoryEntry, stateAt } from './history.ts';
