using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedTune.Generators.Parsing;

/// <summary>Collects what is wrong with a declaration.</summary>
internal sealed class Failures
{
    private readonly ImmutableArray<Failure>.Builder _failures = ImmutableArray.CreateBuilder<Failure>();

    public bool Any => _failures.Count > 0;

    public void Add(DiagnosticDescriptor rule, ISymbol at, params object[] arguments) =>
        Add(rule, PlaceOf(at), arguments);

    public void Add(DiagnosticDescriptor rule, Location at, params object[] arguments) =>
        _failures.Add(new Failure(Diagnostic.Create(rule, at, arguments), []));

    /// <summary>Adds a failure whose code fix needs to know more than its place.</summary>
    public void Add(DiagnosticDescriptor rule, Location at, ImmutableDictionary<string, string?> properties, params object[] arguments) =>
        _failures.Add(new Failure(Diagnostic.Create(rule, at, properties, arguments), []));

    /// <summary>Adds a failure that may follow from one of another type.</summary>
    public void AddUnless(ITypeSymbol[] causes, DiagnosticDescriptor rule, Location at, params object[] arguments) =>
        _failures.Add(new Failure(Diagnostic.Create(rule, at, arguments), [.. causes]));

    /// <summary>Notes what the compiler says itself, such as a type that does not exist.</summary>
    public void AddOfTheCompiler() => _failures.Add(new Failure(null, []));

    public ParseResult<TModel> Result<TModel>(Func<TModel> model)
        where TModel : class => new(Any ? null : model(), _failures.ToImmutable());

    public static Location PlaceOf(ISymbol symbol) => symbol.Locations.FirstOrDefault() ?? Location.None;
}
