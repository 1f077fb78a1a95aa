using System.Collections.Immutable;

namespace TypedTune.Generators.Parsing;

/// <summary>What a parser returns: a model to emit, or failures to report. Never both are empty for an annotated type.</summary>
internal sealed record ParseResult<TModel>(TModel? Model, ImmutableArray<Failure> Failures)
    where TModel : class;
