import { Type } from '../../platform/actions/schema.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const CSV = 'text/csv; charset=utf-8';

export const FormatSchema = Type.Optional(
  Type.Union([Type.Literal('xlsx'), Type.Literal('csv')], { description: 'xlsx when absent.' }),
);

/** A file is written while its transaction is open, and sent when it is closed. */
export const wholeFile = async (stream: ReadableStream<Uint8Array>): Promise<Uint8Array> =>
  new Uint8Array(await new Response(stream).arrayBuffer());
