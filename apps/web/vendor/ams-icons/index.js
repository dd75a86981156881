// The design system asks for its own icons, which are proprietary. These are drawn by Tabler (MIT).
// It calls an icon as a plain function, so none of these may be a React component with a ref.
import { createElement } from 'react';
import {
  IconAlertTriangle,
  IconAlertTriangleFilled,
  IconArrowRight,
  IconChevronDown,
  IconChevronLeft,
  IconChevronRight,
  IconChevronsLeft,
  IconChevronsRight,
  IconCircleCheckFilled,
  IconExclamationCircleFilled,
  IconFile,
  IconInfoCircleFilled,
  IconSearch,
  IconUserFilled,
  IconX,
} from '@tabler/icons-react';

const plain = (icon) => (properties) =>
  createElement(icon, { 'aria-hidden': true, focusable: false, ...properties });

export const ArrowForwardIcon = plain(IconArrowRight);
export const ChevronBackwardIcon = plain(IconChevronLeft);
export const ChevronDoubleBackwardIcon = plain(IconChevronsLeft);
export const ChevronDoubleForwardIcon = plain(IconChevronsRight);
export const ChevronDownIcon = plain(IconChevronDown);
export const ChevronForwardIcon = plain(IconChevronRight);
export const CloseIcon = plain(IconX);
export const DocumentIcon = plain(IconFile);
export const ErrorFillIcon = plain(IconExclamationCircleFilled);
export const InfoFillIcon = plain(IconInfoCircleFilled);
export const PersonFillIcon = plain(IconUserFilled);
export const SearchIcon = plain(IconSearch);
export const SuccessFillIcon = plain(IconCircleCheckFilled);
export const WarningFillIcon = plain(IconAlertTriangleFilled);
export const WarningIcon = plain(IconAlertTriangle);
