// Made from the catalog by script/schema --write. Read it, do not edit it.
import type { Defaulted, Instant, Jsonb } from './column-types.ts';

interface JurisdictionTable {
  id: string;
  name: string;
  level: number;
  parent_id: string | null;
  time_zone: Defaulted<string>;
}

interface PackVersionTable {
  hash: string;
  pack_id: string;
  version: string;
  files: Jsonb;
  installed_at: Instant;
  language: Defaulted<number>;
}

export interface ReferenceTables {
  jurisdiction: JurisdictionTable;
  pack_version: PackVersionTable;
}
