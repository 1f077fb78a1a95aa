using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedTune.Generators.Tests.Robustness;

/// <summary>Changes a source as an editor sees it between two thoughts, and as nobody would.</summary>
internal static class Mutation
{
    private static readonly Func<string, Dice, string>[] OfTokens =
    [
        (text, dice) => OnToken(text, dice, _ => ""),
        (text, dice) => OnToken(text, dice, token => $"{token} {token}"),
        (text, dice) => OnToken(text, dice, _ => dice.Pick(Corpus.Tokens)),
        (text, dice) => OnToken(text, dice, token => $"{token} {Odd(dice)} "),
        (text, dice) => text[..dice.Next(text.Length + 1)],
        Swap,
        CutRange,
    ];

    private static readonly Func<string, Dice, string>[] OfNodes =
    [
        (text, dice) => On<MemberDeclarationSyntax>(text, dice, member => $"{dice.Pick(OddCode.Attributes)} {member}"),
        (text, dice) => On<MemberDeclarationSyntax>(text, dice, member => $"{dice.Pick(OddCode.Modifiers)} {member}"),
        (text, dice) => On<MemberDeclarationSyntax>(text, dice, member => $"{member} {member}"),
        (text, dice) => On<MemberDeclarationSyntax>(text, dice, member => $"{member} {dice.Pick(dice.OneIn(4) ? OddCode.Declarations : OddCode.Members)}"),
        (text, dice) => On<MemberDeclarationSyntax>(text, dice, member => $"{dice.Pick(OddCode.Declarations)}\n{member}"),
        (text, dice) => On<MemberDeclarationSyntax>(text, dice, _ => ""),
        (text, dice) => On<AttributeListSyntax>(text, dice, _ => dice.Pick(OddCode.Attributes)),
        (text, dice) => On<ParameterSyntax>(text, dice, parameter => $"{dice.Pick(OddCode.Attributes)} {parameter}"),
        (text, dice) => On<TypeSyntax>(text, dice, _ => dice.Pick(OddCode.Types)),
        (text, dice) => On<ExpressionSyntax>(text, dice, _ => dice.Pick(OddCode.Expressions)),
        (text, dice) => On<ExpressionSyntax>(text, dice, _ => dice.Pick(OddCode.Expressions)),
        (text, dice) => On<ArgumentSyntax>(text, dice, argument => $"{argument}, {dice.Pick(OddCode.Expressions)}"),
        (text, dice) => On<BaseListSyntax>(text, dice, _ => dice.Pick(OddCode.Bases)),
        (text, dice) => On<TypeDeclarationSyntax>(text, dice, type => text[type.SpanStart..type.Span.End].Insert(EndOfName(type) - type.SpanStart, $" {dice.Pick(OddCode.Bases)} ")),
        Rename,
        KeywordOfAType,
    ];

    /// <summary>A source after a few changes.</summary>
    public static string Of(string text, Dice dice)
    {
        for (int changes = 1 + dice.Next(dice.OneIn(8) ? 8 : 3); changes > 0; changes--)
            text = dice.Pick(dice.OneIn(3) ? OfTokens : OfNodes)(text, dice);
        return text;
    }

    private static string Odd(Dice dice) => dice.Pick(dice.Pick<string[]>([OddCode.Attributes, OddCode.Types, OddCode.Expressions, OddCode.Members, OddCode.Declarations, OddCode.Modifiers, OddCode.Names, OddCode.Bases]));

    private static string OnToken(string text, Dice dice, Func<string, string> change) =>
        dice.Pick(SyntaxFactory.ParseTokens(text).ToArray()) is var token ? Replace(text, token.Span, change(token.Text)) : text;

    private static string On<TNode>(string text, Dice dice, Func<TNode, string> change)
        where TNode : SyntaxNode
    {
        var nodes = Root(text).DescendantNodes().OfType<TNode>().ToArray();
        if (nodes.Length == 0)
            return text;
        var node = dice.Pick(nodes);
        return Replace(text, node.Span, change(node));
    }

    private static string Swap(string text, Dice dice)
    {
        var tokens = SyntaxFactory.ParseTokens(text).ToArray();
        int first = dice.Next(tokens.Length);
        int second = dice.OneIn(2) ? Math.Min(first + 1, tokens.Length - 1) : dice.Next(tokens.Length);
        var (low, high) = (tokens[Math.Min(first, second)], tokens[Math.Max(first, second)]);
        return Replace(Replace(text, high.Span, low.Text), low.Span, high.Text);
    }

    private static string CutRange(string text, Dice dice)
    {
        int start = dice.Next(text.Length + 1);
        int length = Math.Min(dice.Next(1 + (dice.OneIn(4) ? text.Length : 40)), text.Length - start);
        return text.Remove(start, length);
    }

    // All uses at once, so that what follows from a name alone is seen as well.
    private static string Rename(string text, Dice dice)
    {
        var names = SyntaxFactory.ParseTokens(text).Where(token => token.IsKind(SyntaxKind.IdentifierToken)).ToArray();
        if (names.Length == 0)
            return text;
        string old = dice.Pick(names).Text;
        string renamed = dice.Pick(OddCode.Names);
        return names.Where(token => token.Text == old).Reverse().Aggregate(text, (changed, token) => Replace(changed, token.Span, renamed));
    }

    private static string KeywordOfAType(string text, Dice dice) => On<TypeDeclarationSyntax>(text, dice, type =>
    {
        var last = type is RecordDeclarationSyntax { ClassOrStructKeyword: { RawKind: not 0 } keyword } ? keyword : type.Keyword;
        return $"{text[type.SpanStart..type.Keyword.SpanStart]}{dice.Pick(["class", "struct", "record", "record struct", "interface", "enum", "record class"])}{text[last.Span.End..type.Span.End]}";
    });

    // An extension block has none.
    private static int EndOfName(TypeDeclarationSyntax type) => Math.Max(type.Identifier.Span.End, type.Keyword.Span.End);

    private static SyntaxNode Root(string text) => CSharpSyntaxTree.ParseText(text, Compiling.ParseOptions).GetRoot();

    private static string Replace(string text, TextSpan span, string by) => string.Concat(text.AsSpan(0, span.Start), by, text.AsSpan(span.End));
}
