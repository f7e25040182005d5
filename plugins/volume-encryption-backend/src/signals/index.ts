export { ChangeSignals } from './ChangeSignals';
export { channelOf } from './channelOf';
export { platformSignals } from './platformSignals';
