export {
  OperationService,
  type OperationContext,
  type OperationParts,
} from './OperationService';
export { Systems } from './Systems';
