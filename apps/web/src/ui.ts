/**
 * The one door to the design system: whoever wants another one changes this file. Deep imports, because the front
 * door of the package brings the logos of its city along.
 */
import './theme/design-system.css';

export { Alert } from '@amsterdam/design-system-react/dist/Alert';
export { Breadcrumb } from '@amsterdam/design-system-react/dist/Breadcrumb';
export { Button } from '@amsterdam/design-system-react/dist/Button';
export { Dialog } from '@amsterdam/design-system-react/dist/Dialog';
export { ErrorMessage } from '@amsterdam/design-system-react/dist/ErrorMessage';
export { Field } from '@amsterdam/design-system-react/dist/Field';
export { FieldSet } from '@amsterdam/design-system-react/dist/FieldSet';
export { Heading } from '@amsterdam/design-system-react/dist/Heading';
export { InvalidFormAlert } from '@amsterdam/design-system-react/dist/InvalidFormAlert';
export { Label } from '@amsterdam/design-system-react/dist/Label';
export { Paragraph } from '@amsterdam/design-system-react/dist/Paragraph';
export { PasswordInput } from '@amsterdam/design-system-react/dist/PasswordInput';
export { Select } from '@amsterdam/design-system-react/dist/Select';
export { Skeleton } from '@amsterdam/design-system-react/dist/Skeleton';
export { SkipLink } from '@amsterdam/design-system-react/dist/SkipLink';
export { TextArea } from '@amsterdam/design-system-react/dist/TextArea';
export { TextInput } from '@amsterdam/design-system-react/dist/TextInput';
