import type { Examination } from '../platform/cli/doctor-command.ts';
import { verifyFiles } from './verify-files.ts';

/** What `luoshi doctor` says about attachments: each is read and compared with its hash. */
export const examineFiles: Examination = async ({ database, filesFolder }, { id, name }) => {
  const { files, missing, damaged } = await verifyFiles(database, id, filesFolder);
  const lost = [...missing, ...damaged];
  const named = lost.length > 0 ? `：${lost.slice(0, 3).join('、')}。请从备份恢复 · restore them from a backup` : '';
  return [
    {
      what: `${id} ${name} 附件 · attachments`,
      fine: lost.length === 0,
      says: `${files} 个 · files，${missing.length} 个缺失 · missing，${damaged.length} 个损坏 · damaged${named}`,
    },
  ];
};
