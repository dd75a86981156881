import { useEffect, useRef, useState } from 'react';

/** A dialog over the page from its first moment on. Once it is gone the focus is where it was before. */
export function useModal() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, [before]);
  return dialog;
}
