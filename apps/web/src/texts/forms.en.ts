import type { formsNl } from './forms.nl.js';
import type { Tree } from './nl.js';

export const formsEn: Tree<typeof formsNl> = {
  required: 'Fill in everything, unless it says "not required".',
  cancel: 'Cancel',
  choose: 'Choose one',
  from: 'From',
  fromHint: 'The first day on which the change holds',
  fromNeeded: 'Fill in from which day the change holds',
  until: 'Until and including',
  untilHint: 'Only when the change is temporary: after it, what was there holds again',
  firstDay: 'First day',
  firstDayNeeded: 'Fill in the first day',
  lastDay: 'Last day',
  lastDayHint: 'Leave open when no end is known',
  outdatedTitle: 'Somebody else changed this meanwhile',
  outdated:
    'Your change is not saved yet. Get the latest data and save again after that. What you typed stays.',
  catchUp: 'Get the latest data',
  refreshed: 'You now see the latest data. Check it and try again.',
  leaveTitle: 'Not saved',
  leaveText: 'You filled in something and have not saved it. When you leave this page it is lost.',
  stay: 'Stay on this page',
  leave: 'Leave without saving',
  filters: 'Filters',
  filtersInUse_one: 'Filters: {{count}} in use',
  filtersInUse_other: 'Filters: {{count}} in use',
  clearFilters: 'Clear the filters',
  pickHint: 'Type the beginning of a name and choose somebody from the list',
  pickOne: 'Choose somebody from the list',
  personsFound_one: '{{count}} employee found',
  personsFound_other: '{{count}} employees found',
};
