using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedTune.Generators.Parsing;

/// <summary>What a parser returns: a model for the generator, or failures for the analyzer. Never both are empty for an annotated type.</summary>
internal sealed record ParseResult<TModel>(TModel? Model, ImmutableArray<Diagnostic> Failures)
    where TModel : class;
