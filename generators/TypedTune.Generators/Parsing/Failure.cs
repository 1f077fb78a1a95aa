using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedTune.Generators.Parsing;

/// <summary>Something wrong with a declaration.</summary>
/// <param name="Diagnostic">What is said of it; null for what the compiler says itself.</param>
/// <param name="Causes">Types that it may follow from: where one of them is wrong itself, that is to be said alone.</param>
internal sealed record Failure(Diagnostic? Diagnostic, ImmutableArray<ITypeSymbol> Causes);
