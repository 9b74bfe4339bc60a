// The days off that date-holidays (npm) knows: node date_holidays.mjs FIRST LAST, run in the folder that holds its
// node_modules, prints for "US-CA" and "US" every day that it lists as a public or bank holiday, with its name, as JSON.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [first, last] = process.argv.slice(2).map(Number);
const require = createRequire(join(process.cwd(), 'node_modules', 'x.js'));
const Holidays = require('date-holidays');

const days = (...place) => {
  const calendar = new Holidays(...place);
  const out = {};
  for (let year = first; year <= last; ++year) {
    for (const holiday of calendar.getHolidays(year)) {
      if (holiday.type === 'public' || holiday.type === 'bank') out[holiday.date.slice(0, 10)] = holiday.name;
    }
  }
  return out;
};

process.stdout.write(JSON.stringify({ 'US-CA': days('US', 'CA'), US: days('US') }));
