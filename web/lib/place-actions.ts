// The words of what can be done with a locality or a facility, by its name. Pure.
import type { Messages } from '../i18n/id.ts';

export function actionWords(name: string, words: Messages['places'], cancel: string) {
  const { report, showOnMap, edit, remove, removeYes } = words;
  return {
    ...{ report, showOnMap, edit, remove, removeYes, cancel },
    reportOf: words.reportOf(name),
    editOf: words.editOf(name),
    removeOf: words.removeOf(name),
    removeSure: words.removeSure(name),
  };
}
