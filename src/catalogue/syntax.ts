import { type AST, RegExpParser } from '@eslint-community/regexpp';

export type Pattern = AST.Pattern;
export type Alternative = AST.Alternative;
export type Element = AST.Element;
export type Assertion = AST.Assertion;
export type Quantifier = AST.Quantifier;

/** What stands for one character in a pattern. */
export type CharacterLike = AST.Character | AST.CharacterSet | AST.CharacterClass;

/** The syntax tree of an expression. The only file that knows the parser. */
export function treeOf(pattern: RegExp): Pattern {
  return new RegExpParser({ ecmaVersion: 2023 }).parseLiteral(String(pattern)).pattern;
}

/** Whether an element matches exactly one character, whatever it is. */
export function isCharacterLike(element: Element): element is CharacterLike {
  return element.type === 'Character' || element.type === 'CharacterSet' || element.type === 'CharacterClass';
}

/** All elements of an expression, those inside groups and lookaheads too, in the order they are written. */
export function elementsIn(node: Pattern | Element): readonly Element[] {
  if ('alternatives' in node)
    return node.alternatives.flatMap(({ elements }) =>
      elements.flatMap((element) => [element, ...elementsIn(element)]),
    );
  return node.type === 'Quantifier' ? [node.element, ...elementsIn(node.element)] : [];
}
