using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTune.Generators.Model;
using TypedTune.Generators.Rules;

namespace TypedTune.Generators.Parsing;

/// <summary>Reads what makes up the text of a configuration.</summary>
internal static class ConfigurationParser
{
    /// <summary>Whether a type is marked to have a text, which those with a space have without it.</summary>
    public static bool IsMarked(ITypeSymbol type) => type.FindAttribute(KnownNames.Configuration) is not null;

    /// <summary>Whether values of exactly this type have a text of their own.</summary>
    public static bool HasText(ITypeSymbol type) => type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false, IsStatic: false } named
        && (named.Locations.Any(location => location.IsInSource)
            ? ComponentParser.HasSpace(named) || IsMarked(named) || WritesItself(named)
            : named.AllInterfaces.Any(candidate => candidate.IsNamed(KnownNames.IConfiguration)));

    /// <summary>The version of a type, and the oldest one that it reads.</summary>
    public static (int Newest, int Oldest) VersionsOf(INamedTypeSymbol type)
    {
        var attribute = type.FindAttribute(KnownNames.Configuration);
        int newest = Argument(attribute, "Version", 1);
        return (newest, Argument(attribute, "OldestVersion", 0) is var oldest and > 0 ? oldest : newest);
    }

    /// <summary>Reads a type that is marked and has no space.</summary>
    public static ParseResult<ConfigurationModel> ParseMarked(INamedTypeSymbol type)
    {
        var failures = new Failures();
        if (type.IsStatic)
            failures.Add(Descriptors.NotTunable, type, type.Name, "a configuration", "a static class has no instances; take 'static' away");
        var model = TypeParser.Parse(type, failures);
        var configuration = Parse(type, model);
        return failures.Result(() => configuration!);
    }

    /// <summary>Reads a type; null where nothing is to be generated for its text.</summary>
    public static ConfigurationModel? Parse(INamedTypeSymbol type, TypeModel model)
    {
        if (type.IsAbstract || type.IsStatic || WritesItself(type))
            return null;
        var attribute = type.FindAttribute(KnownNames.Configuration);
        return new ConfigurationModel(
            model,
            TypeNameOf(type, model.FullName),
            Argument(attribute, "Version", 1),
            Argument(attribute, "OldestVersion", 0),
            new EquatableArray<ConfigurationProperty>(Properties(type).Select(property => new ConfigurationProperty(
                property.Name.Escaped(),
                property.Name,
                TypeParser.CanBeDefault(type) && property.FindAttribute(KnownNames.AddedIn) is { ConstructorArguments: [{ Value: int version }] } ? version : 0,
                property.ObsoleteMessage() is not null,
                TextParser.WhyOutOfReach(type, property) is null,
                TextParser.Of(type, property)))));
    }

    /// <summary>The properties that make up a configuration.</summary>
    public static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type) => type.InstanceProperties().Where(property =>
        property.FindAttribute(KnownNames.ConfigurationIgnore) is null && (property.Setter() is not null ? !property.IsWriteOnly : IsMadeInConstructor(property)));

    /// <summary>The full name of a type, as the text has it, as an expression.</summary>
    /// <param name="type">The type.</param>
    /// <param name="fullName">How it is called in source.</param>
    public static string TypeNameOf(INamedTypeSymbol type, string fullName)
    {
        string name = type.MetadataName;
        bool isGeneric = type.Arity > 0;
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            name = $"{outer.MetadataName}+{name}";
            isGeneric |= outer.Arity > 0;
        }

        string space = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString().Replace("@", "") + ".";
        return isGeneric ? $"typeof({fullName}).ToString()" : SymbolDisplay.FormatLiteral(space + name, quote: true);
    }

    private static bool WritesItself(INamedTypeSymbol type) => type.Interfaces.Any(candidate => candidate.IsNamed(KnownNames.IConfiguration))
        && type.GetMembers().Any(member => member is IMethodSymbol method && IsWrite(method) && !method.IsGenerated());

    private static bool IsWrite(IMethodSymbol method) =>
        (method.Name == "Write" && method.Parameters is [{ Type.Name: "ConfigurationWriter" }]) || method.ExplicitInterfaceImplementations.Any(IsWrite);

    // What only a constructor can set differs between configurations and cannot be restored.
    private static bool IsMadeInConstructor(IPropertySymbol property)
    {
        var type = property.ContainingType;
        if (!type.GetMembers().Any(member => member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property)))
            return false;
        string[] parameters =
        [
            .. type.InstanceConstructors.Where(constructor => !constructor.IsImplicitlyDeclared).SelectMany(constructor => constructor.Parameters).Select(parameter => parameter.Name),
        ];
        return parameters.Length > 0 && property.Initializer() is var initializer
            && (initializer is null || initializer.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => parameters.Contains(name.Identifier.ValueText)));
    }

    private static ExpressionSyntax? Initializer(this IPropertySymbol property) =>
        (property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as PropertyDeclarationSyntax)?.Initializer?.Value;

    private static int Argument(AttributeData? attribute, string name, int fallback) =>
        attribute?.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value is int value ? value : fallback;
}
