using Microsoft.CodeAnalysis;

namespace TypedTune.Generators.Rules.Grids;

/// <summary>One hyperparameter that a space fixes, or one option of a choice that it takes.</summary>
/// <param name="Path">The members that lead to it.</param>
/// <param name="Option">The option; null where the value itself is fixed.</param>
/// <param name="Values">The values; for an option nothing.</param>
/// <param name="Syntax">Where it stands.</param>
internal sealed record GridBinding(string Path, string? Option, GridValues Values, SyntaxNode Syntax)
{
    /// <summary>Whether a product of both is refused when it runs.</summary>
    public bool Conflicts(GridBinding other) =>
        Path == other.Path && (Option != other.Option || Option is null);
}
