/** A plain value to the text of a file. Layer keys and dates stay as they are written by hand. */
import { Document, isMap, isScalar, isSeq, type Node, visit } from 'yaml';

/** What fits on one line reads better on one: a need, an owner, the entry of a layer. */
const shortEnough = 100;

const isFlat = (node: Node): boolean => isScalar(node) || (isSeq(node) && node.items.every((item) => isScalar(item)));

function flowWhereShort(document: Document): void {
  visit(document, {
    Collection: (_, node) => {
      const members = isMap(node) ? node.items.map(({ value }) => value as Node) : (node.items as Node[]);
      if (members.every(isFlat) && JSON.stringify(node).length <= shortEnough) node.flow = true;
    },
  });
}

export function yamlText(value: unknown): string {
  const document = new Document(value, { version: '1.2', schema: 'core', aliasDuplicateObjects: false });
  flowWhereShort(document);
  return document.toString({ lineWidth: 0 });
}

export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
