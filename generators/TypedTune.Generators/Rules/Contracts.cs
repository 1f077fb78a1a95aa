using Microsoft.CodeAnalysis;
using TypedTune.Generators.Parsing;

namespace TypedTune.Generators.Rules;

/// <summary>Which contract of learning a type keeps.</summary>
internal static class Contracts
{
    /// <summary>Whether a type makes data of data when it is fitted.</summary>
    public static bool IsStep(ITypeSymbol? type) => Keeps(type, KnownNames.Step);

    /// <summary>Whether a type predicts when it is fitted.</summary>
    public static bool IsPredictor(ITypeSymbol? type) => Keeps(type, KnownNames.Regressor, KnownNames.Classifier, KnownNames.Estimator);

    /// <summary>Whether a type holds the methods that run a search.</summary>
    public static bool IsSearch(ITypeSymbol? type) => type.IsNamed(KnownNames.SearchExtensions);

    private static bool Keeps(ITypeSymbol? type, params string[] contracts) =>
        type is not null && (contracts.Any(type.IsNamed) || type.AllInterfaces.Any(candidate => contracts.Any(candidate.IsNamed)));
}
