export {
  OperationService,
  type OperationContext,
  type OperationParts,
} from './OperationService';
