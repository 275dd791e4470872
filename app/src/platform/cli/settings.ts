/** Where and how this machine runs Luoshi: options first, then the environment, then what needs no thought. */
export interface Settings {
  readonly dataFolder: string;
  /** An external PostgreSQL; its owner's URL. */
  readonly databaseUrl: string | undefined;
  readonly port: number;
  readonly host: string;
  /** The address people use is https, through a proxy in front of us. */
  readonly secure: boolean;
}

export interface SettingOptions {
  readonly dataFolder?: string;
  readonly port?: string;
  readonly host?: string;
}

export function settingsFrom(options: SettingOptions, env: NodeJS.ProcessEnv = process.env): Settings {
  return {
    dataFolder: options.dataFolder ?? env.LUOSHI_DATA ?? './data',
    databaseUrl: env.DATABASE_URL || undefined,
    port: Number(options.port ?? env.PORT ?? 3000),
    host: options.host ?? env.LUOSHI_HOST ?? '127.0.0.1',
    secure: (env.LUOSHI_PUBLIC_URL ?? '').startsWith('https://'),
  };
}

/** Shown below `luoshi --help`. */
export const ENVIRONMENT = `
环境变量 · Environment
  LUOSHI_DATA         数据目录 · data folder (./data)
  DATABASE_URL        外部 PostgreSQL（所有者）· external PostgreSQL ≥ 15, as its owner
  PORT, LUOSHI_HOST   端口与地址 · port and address to listen on (3000, 127.0.0.1)
  LUOSHI_PUBLIC_URL   用户访问的网址；https:// 时使用安全 Cookie · the address people use; https:// makes cookies secure`;
