// The forecast through the real router: which places are counted, which promises count, and for whom.
import { expect, test } from 'vitest';
import type { Forecast } from '../../../server/commitments/outlook-contract.ts';
import { createTestApp } from '../../helpers/app.ts';
import { addLocality, putPeople } from '../../helpers/locality.ts';
import { addPromise, moveTo, setLocalityStatus, setStatus } from '../../helpers/outlook.ts';
import { villages } from '../../helpers/place.ts';

const at = (villageCode: string) => [{ villageCode, localityId: null }];
const sum = (places: number, people = 0, placesWithPeople = 0) => ({
  places,
  people,
  placesWithPeople,
});

test('confirmed blankspots and outages count, with the newest known population', async () => {
  const t = createTestApp();
  const sari = await t.person('staff');
  await putPeople(sari, villages.inderapura, { datedOn: '2020-06-30', population: 900 });
  await putPeople(sari, villages.inderapura, { datedOn: '2025-06-30', population: 1200 });
  // After the people: whoever they are of is derived again.
  setStatus(t.db, villages.inderapura, 'blankspot');
  setStatus(t.db, villages.mau, 'outage');
  setStatus(t.db, villages.indarung, 'blankspot');
  const now = async (query = '') => (await sari.send(`/api/forecast${query}`)).body.now;
  expect(await now()).toEqual(sum(3, 1200, 1));
  expect(await now('?area=13')).toEqual(sum(3, 1200, 1));
  expect(await now('?area=13.01.01')).toEqual(sum(2, 1200, 1));
  expect(await now('?area=13.71')).toEqual(sum(1));
  setStatus(t.db, villages.mau, 'outage', { confirmed: false });
  setStatus(t.db, villages.indarung, 'blankspot', { isSample: true });
  expect(await now()).toEqual(sum(1, 1200, 1));
  for (const [area, code] of [
    ['99', 'region_unknown'],
    [villages.mau, 'wrong_format'],
  ]) {
    const { status, body } = await sari.send(`/api/forecast?area=${area}`);
    expect([status, body.errors[0].code]).toEqual([422, code]);
  }
});

test('localities without a signal stand for their village', async () => {
  const t = createTestApp();
  const sari = await t.person('staff');
  const { id: pasar } = await addLocality(sari);
  const { id: koto } = await addLocality(sari, { name: 'Koto', position: null });
  await putPeople(sari, koto, { datedOn: '2025-06-30', population: 70 });
  setStatus(t.db, villages.inderapura, 'blankspot');
  expect((await sari.send('/api/forecast')).body.now).toEqual(sum(1));
  setLocalityStatus(t.db, pasar, 'blankspot');
  setLocalityStatus(t.db, koto, 'blankspot');
  expect((await sari.send('/api/forecast')).body.now).toEqual(sum(2, 70, 1));
  // Served in part: the jorong that is not is still counted.
  setStatus(t.db, villages.inderapura, 'partial');
  setLocalityStatus(t.db, pasar, 'served');
  expect((await sari.send('/api/forecast')).body.now).toEqual(sum(1, 70, 1));
  await addPromise(sari, { places: [{ villageCode: villages.inderapura, localityId: pasar }] });
  expect((await sari.send('/api/forecast')).body.promised).toEqual(sum(0));
  await addPromise(sari, { places: [{ villageCode: villages.inderapura, localityId: koto }] });
  expect((await sari.send('/api/forecast')).body.promised).toEqual(sum(1, 70, 1));
});

test('owed and unmeasured promises count, given up ones do not; delays are measured', async () => {
  const t = createTestApp();
  const sari = await t.person('staff');
  for (const code of Object.values(villages)) setStatus(t.db, code, 'blankspot');
  await addPromise(sari, { places: at(villages.inderapura), promisedOn: '2027-02-28' });
  await addPromise(sari, { places: at(villages.mau) }, [moveTo('agreed'), moveTo('on_air')]);
  const declined = { ...moveTo('declined'), note: 'tidak jadi' };
  await addPromise(sari, { places: at(villages.indarung) }, [declined]);
  // Three that came on air 10, 30 and 50 days after they were first promised.
  for (const promisedOn of ['2026-11-12', '2026-10-23', '2026-10-03'])
    await addPromise(sari, { places: at(villages.mau), promisedOn, operatorId: 'telkomsel' }, [
      moveTo('agreed'),
      moveTo('on_air'),
    ]);
  const { body } = await sari.send('/api/forecast');
  expect(body).toMatchObject({ area: '', today: '2026-11-22', now: sum(3), promised: sum(2) });
  const left = (body.quarters as Forecast['quarters']).map(
    ({ endsOn, ifKept, ifSlipped }) => `${endsOn} ${ifKept.places} ${ifSlipped.places}`,
  );
  expect(left.slice(0, 3)).toEqual(['2026-12-31 2 2', '2027-03-31 1 1', '2027-06-30 1 1']);
  // −98 days of the one that is on air before its day, 10, 30 and 50: the middle.
  expect(body.delays).toEqual([
    { operatorId: 'telkomsel', operatorName: 'Telkomsel', medianDays: 20, promises: 4 },
  ]);
  expect(body.allDelays).toEqual({ medianDays: 20, promises: 4 });
});

test('a liaison’s forecast holds no rival’s proposal, nor what is confidential', async () => {
  const t = createTestApp();
  const sari = await t.person('staff');
  const telkomsel = await t.person('liaison', { operatorId: 'telkomsel' });
  const indosat = await t.person('liaison', { operatorId: 'indosat' });
  for (const code of [villages.inderapura, villages.mau, villages.indarung])
    setStatus(t.db, code, 'blankspot');
  await addPromise(sari, { places: at(villages.inderapura) });
  const secret = { places: at(villages.mau), confidentialUntil: '2027-06-01' };
  await addPromise(sari, secret, [moveTo('agreed')]);
  await addPromise(sari, { places: at(villages.indarung), promisedOn: '2026-01-01' }, [
    moveTo('agreed'),
  ]);
  const see = async (who: typeof sari) => {
    const { promised, delays } = (await who.send('/api/forecast')).body;
    return [promised.places, delays[0]?.promises];
  };
  expect(await see(sari)).toEqual([3, 1]);
  expect(await see(telkomsel)).toEqual([3, 1]);
  expect(await see(indosat)).toEqual([1, 1]);
  t.state.now = new Date('2027-06-01T05:00:00Z');
  const again = await t.signInAs(indosat.email);
  expect((await t.send('/api/forecast', {}, again)).body.promised.places).toBe(2);
});
