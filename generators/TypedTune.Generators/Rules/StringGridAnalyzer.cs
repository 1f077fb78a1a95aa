using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedTune.Generators.Parsing;
using TypedTune.Generators.Rules.Dictionaries;
using TypedTune.Generators.Rules.Grids;

namespace TypedTune.Generators.Rules;

/// <summary>Offers the typed grid for a dictionary with string keys, where a typed space is in scope.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StringGridAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic that holds the typed grid as source.</summary>
    public const string ReplacementKey = "Replacement";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.StringKeys, Descriptors.UnknownStringKey];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.ObjectCreation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (!StringGrid.IsStringDictionary(creation.Type) || Dictionaries(creation) is not { } list || list.Dictionaries[0] != creation)
            return;
        var grids = list.Dictionaries.Select(StringGrid.Read).ToArray();
        if (grids.Any(grid => grid is null))
            return;
        foreach (var (name, type) in Spaces(creation))
        {
            var keys = grids.SelectMany(grid => grid!.Entries).Select(entry => (entry.Key, entry.Name, entry.Values, Typed: TypedKey.Resolve(entry.Name, type))).ToArray();
            if (keys.All(key => key.Typed.Value is null))
                continue;
            foreach (var (key, text, _, typed) in keys.Where(key => key.Typed.Missing is not null))
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.UnknownStringKey, key.Syntax.GetLocation(), typed.Missing, typed.Members.Length == 0 ? name : $"{name}.{typed.Members}", typed.Nearest is null ? "" : $"; did you mean {typed.Nearest}?"));
            if (keys.All(key => key.Typed.Value is { } value && key.Values.All(item => TypedValue.Write(item, value, creation) is not null)))
                Report(context, list.Whole, string.Join(" + ", grids.Select(grid => Product(grid!, name, type, grids.Length > 1, creation))));
            return;
        }
    }

    private static void Report(OperationAnalysisContext context, IOperation whole, string replacement) => context.ReportDiagnostic(Diagnostic.Create(
        Descriptors.StringKeys, whole.Syntax.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(ReplacementKey, replacement), replacement));

    // The dictionary alone, or the list of dictionaries that it is in.
    private static (IOperation Whole, IReadOnlyList<IObjectCreationOperation> Dictionaries)? Dictionaries(IObjectCreationOperation creation)
    {
        var parent = creation.Parent;
        while (parent is IConversionOperation or IArgumentOperation or IArrayInitializerOperation or IInvocationOperation { TargetMethod.Name: "Add" } or IObjectOrCollectionInitializerOperation)
            parent = parent.Parent;
        if (parent is null || ParameterValues.Elements(parent) is not { } items)
            return (creation, [creation]);
        IObjectCreationOperation[] dictionaries = [.. items.Select(item => item is IConversionOperation conversion ? conversion.Operand : item).OfType<IObjectCreationOperation>()];
        return dictionaries.Length == items.Count ? (parent, dictionaries) : null;
    }

    // Variables and members in scope that hold a space; nearer ones come first.
    private static IEnumerable<(string Name, ITypeSymbol Type)> Spaces(IOperation creation) =>
        creation.SemanticModel is not { } semantics ? [] : semantics.LookupSymbols(creation.Syntax.SpanStart)
            .Select(symbol => (Symbol: symbol, Type: symbol switch
            {
                ILocalSymbol local when local.Locations.All(location => location.SourceSpan.Start < creation.Syntax.SpanStart) => local.Type,
                IParameterSymbol parameter => parameter.Type,
                IFieldSymbol field => field.Type,
                IPropertySymbol property => property.Type,
                _ => null,
            }))
            .Where(candidate => candidate.Type?.Name == KnownNames.HyperparametersType)
            .Select(candidate => (candidate.Symbol.Name.Escaped(), candidate.Type!));

    private static string Product(StringGrid grid, string space, ITypeSymbol type, bool isTerm, IOperation place)
    {
        string product = string.Join(" * ", grid.Entries.Select(entry =>
            TypedKey.Resolve(entry.Name, type) is var key ? $"{space}.{key.Members}.In({string.Join(", ", entry.Values.Select(value => TypedValue.Write(value, key.Value!, place)))})" : ""));
        return isTerm && grid.Entries.Count > 1 ? $"({product})" : product;
    }
}
