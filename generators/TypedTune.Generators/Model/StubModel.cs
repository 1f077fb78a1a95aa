namespace TypedTune.Generators.Model;

/// <summary>A type that is not extended as it should be, with what the declarations of others may name of it all the same.</summary>
/// <param name="Type">The type.</param>
/// <param name="HasHyperparameters">Whether it is given an empty space.</param>
/// <param name="HasFitted">Whether it is given an empty fitted form.</param>
/// <param name="IsRow">Whether it counts as a row.</param>
internal sealed record StubModel(TypeModel Type, bool HasHyperparameters, bool HasFitted, bool IsRow);
