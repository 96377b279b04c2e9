// Last step: how much of each village every layer covers, and the statuses that rest on it.
import type { Db } from '../platform/database.ts';
import { prepareArea, type PreparedArea } from '../regions/geos.ts';
import type { StatusChange } from '../status/contract.ts';
import { refreshStatuses } from '../status/derive.ts';
import type { Area, Box } from './area-codec.ts';
import { prepareFindBlock } from './block-store.ts';
import type { SitePosition } from './contract.ts';
import { blocksPerDegree, listLayers } from './layer-store.ts';
import { judgeShare } from './share-rules.ts';
import {
  prepareFindGround,
  prepareSaveShares,
  type LayerShare,
  type VillageGround,
} from './share-store.ts';
import {
  blocksIn,
  everyLayer,
  listPendingShares,
  noteShownChange,
  prepareSettleShare,
  type ShareMark,
} from './work-store.ts';

/** Blocks kept ready to be asked, until `clear`; the one longest not asked for goes first. */
export type BlockCache = {
  find(layerId: number, x: number, y: number): PreparedArea | null;
  clear(): void;
};

/** Some 15 layers over the 30 blocks of a large regency. */
const blocksKept = 500;

export function createBlockCache(db: Db): BlockCache {
  const findBlock = prepareFindBlock(db);
  const kept = new Map<string, PreparedArea | null>();
  return {
    find(layerId, x, y) {
      const key = `${layerId}/${x}/${y}`;
      let area = kept.get(key);
      if (area === undefined) {
        const shape = findBlock({ layerId, x, y });
        area = shape && prepareArea(shape);
      }
      kept.delete(key);
      kept.set(key, area);
      const [oldest] = kept;
      if (kept.size > blocksKept && oldest) {
        oldest[1]?.free();
        kept.delete(oldest[0]);
      }
      return area;
    },
    clear() {
      for (const area of kept.values()) area?.free();
      kept.clear();
    },
  };
}

/** What of a village is to be counted: the layers, already without everyLayer. */
export type VillageTask = { villageId: number; layerIds: number[] };
export type CountedVillage = VillageTask & { code: string; shares: LayerShare[] };

function isCoveredAt(cache: BlockCache, layerId: number, [lng, lat]: SitePosition): boolean {
  const [x, y] = [Math.floor(lng * blocksPerDegree), Math.floor(lat * blocksPerDegree)];
  return cache.find(layerId, x, y)?.containsPoint([lng, lat]) ?? false;
}

/** Square degrees of the village that the layer covers. */
function coveredArea(
  cache: BlockCache,
  layerId: number,
  village: { prepared: PreparedArea; box: Box } | null,
): number {
  if (!village) return 0;
  return blocksIn(village.box).reduce((sum, { x, y }) => {
    const block = cache.find(layerId, x, y);
    return block ? sum + block.sharedArea(village.prepared) : sum;
  }, 0);
}

function countVillage(
  cache: BlockCache,
  ground: VillageGround,
  prepared: PreparedArea | null,
  layerIds: readonly number[],
): LayerShare[] {
  const village = prepared && ground.boundary && { prepared, box: ground.boundary };
  return layerIds.flatMap((layerId) => {
    const localities = ground.localities.map(({ id, position, population }) => ({
      id,
      population,
      isCovered: position && isCoveredAt(cache, layerId, position),
    }));
    const share = judgeShare({
      area: prepared?.area ?? 0,
      coveredArea: coveredArea(cache, layerId, village),
      localities,
      population: ground.population,
    });
    if (share.areaFraction === 0 && share.localitiesCovered === 0) return [];
    const covered = localities.filter(({ isCovered }) => isCovered === true);
    return [{ ...share, layerId, localityIds: covered.map(({ id }) => id) }];
  });
}

/** Counts the shares of villages. Reads only. */
export function countShares(
  db: Db,
  cache: BlockCache,
  tasks: readonly VillageTask[],
): CountedVillage[] {
  const findGround = prepareFindGround(db);
  return tasks.map((task) => {
    const ground = findGround(task.villageId);
    if (!ground) return { ...task, code: '', shares: [] };
    const area: Area = ground.boundary?.area ?? [];
    const prepared = area.length > 0 ? prepareArea(area) : null;
    try {
      return {
        ...task,
        code: ground.code,
        shares: countVillage(cache, ground, prepared, task.layerIds),
      };
    } finally {
      prepared?.free();
    }
  });
}

/** The next villages whose shares wait, and the marks that made them wait. */
export function listShareTasks(
  db: Db,
  limit: number,
): { tasks: VillageTask[]; marks: ShareMark[] } {
  const marks = listPendingShares(db, limit);
  const all = listLayers(db).map(({ id }) => id);
  const villages = new Map<number, Set<number>>();
  for (const { villageId, layerId } of marks) {
    const layers = villages.get(villageId) ?? new Set();
    villages.set(villageId, layers);
    for (const id of layerId === everyLayer ? all : [layerId]) layers.add(id);
  }
  const tasks = [...villages].map(([villageId, layers]) => ({ villageId, layerIds: [...layers] }));
  return { tasks, marks };
}

/** Writes counted shares with the statuses that follow from them; gives back the changed statuses. */
export function saveShares(
  db: Db,
  counted: readonly CountedVillage[],
  marks: readonly ShareMark[],
  today: string,
): StatusChange[] {
  const save = prepareSaveShares(db);
  const settle = prepareSettleShare(db);
  return db
    .transaction(() => {
      const changed = counted.filter(({ villageId, layerIds, shares }) =>
        save(villageId, layerIds, shares),
      );
      for (const mark of marks) settle(mark);
      if (changed.length > 0) noteShownChange(db);
      const codes = changed.map(({ code }) => code).filter((code) => code !== '');
      return refreshStatuses(db, codes, today);
    })
    .immediate();
}
