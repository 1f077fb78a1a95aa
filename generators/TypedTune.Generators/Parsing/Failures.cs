using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedTune.Generators.Parsing;

/// <summary>Collects what is wrong with a declaration.</summary>
internal sealed class Failures
{
    private readonly ImmutableArray<Diagnostic>.Builder _failures = ImmutableArray.CreateBuilder<Diagnostic>();

    public bool Any => _failures.Count > 0;

    public void Add(DiagnosticDescriptor rule, ISymbol at, params object[] arguments) =>
        Add(rule, at.Locations.FirstOrDefault() ?? Location.None, arguments);

    public void Add(DiagnosticDescriptor rule, Location at, params object[] arguments) =>
        _failures.Add(Diagnostic.Create(rule, at, arguments));

    /// <summary>Adds a failure whose code fix needs to know more than its place.</summary>
    public void Add(DiagnosticDescriptor rule, Location at, ImmutableDictionary<string, string?> properties, params object[] arguments) =>
        _failures.Add(Diagnostic.Create(rule, at, properties, arguments));

    public ParseResult<TModel> Result<TModel>(Func<TModel> model)
        where TModel : class => new(Any ? null : model(), _failures.ToImmutable());
}
