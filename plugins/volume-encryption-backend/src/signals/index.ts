export { ChangeSignals } from './ChangeSignals';
export { channelOf } from './channelOf';
