// Closing a declaration before its day: it is asked first, for it cannot be opened again.
import type { WindowSummary } from '#contract/declarations';
import { useCloseWindow } from '../../api/declarations.ts';
import { useText } from '../../i18n/text.tsx';
import { problemText } from '../../lib/problems.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

type Props = { window: WindowSummary; onClose: () => void };

export function CloseDialog({ window, onClose }: Props) {
  const t = useText();
  const words = t.declarations.window;
  const close = useCloseWindow();
  return (
    <ConfirmDialog
      isOpen
      title={words.closeTitle}
      body={words.closeBody}
      doLabel={words.closeYes}
      cancelLabel={words.cancel}
      closeLabel={t.common.close}
      isBusy={close.isPending}
      failure={close.error && problemText(close.error, t.problem)}
      onDo={() => close.mutate(window.id, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
