// Reads table files in a thread of their own, with a ceiling on memory and a deadline.
import {
  createWorkerClient,
  WorkerLimitError,
  type WorkerLimits,
} from '../platform/worker-client.ts';
import {
  type Table,
  tableLimits,
  TableProblem,
  type TableProblemCode,
  type TableProblemPlace,
} from './table.ts';

export type TableQuestion = { bytes: Uint8Array; fileName: string };
export type TableAnswer =
  | { tables: Table[] }
  | { code: TableProblemCode; place: TableProblemPlace };

export type TableReader = {
  /** As readTable; also refuses what takes too long (`table_too_slow`) or too much memory (`table_too_heavy`). */
  read(bytes: Uint8Array, fileName: string): Promise<Table[]>;
  close(): Promise<void>;
};

/** An honest file takes up to 5 s on a slow machine; the areas in it are checked after. */
const usualLimits: WorkerLimits = { timeoutMs: 10_000, memoryMb: 160 };

/**
 * The thread starts with the first file and stays for the next ones; files are read one by one. Its
 * heap, the file and what is just being unpacked stay at about 256 MB together.
 */
export function createTableReader(limits: WorkerLimits = usualLimits): TableReader {
  const file = new URL('./table-worker.ts', import.meta.url);
  const worker = createWorkerClient<TableQuestion, TableAnswer>(file, null, limits);
  return {
    async read(bytes, fileName) {
      // Checked here too, so that no file is copied into the thread only to be refused.
      if (bytes.length > tableLimits.fileBytes)
        throw new TableProblem('table_too_large', { value: fileName.slice(0, 200) });
      const answer = await worker.ask({ bytes, fileName }).catch((error: unknown) => {
        if (!(error instanceof WorkerLimitError)) throw error;
        const code = error.limit === 'time' ? 'table_too_slow' : 'table_too_heavy';
        throw new TableProblem(code, { value: fileName.slice(0, 200) });
      });
      if ('code' in answer) throw new TableProblem(answer.code, answer.place);
      return answer.tables;
    },
    close: () => worker.close(),
  };
}
