using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTune.Generators.Model;

namespace TypedTune.Generators.Parsing;

/// <summary>Reads what is needed to extend a type.</summary>
internal static class TypeParser
{
    public static TypeModel Parse(INamedTypeSymbol type, Failures failures)
    {
        var declarations = new List<string>();
        for (var current = type; current is not null; current = current.ContainingType)
        {
            declarations.Insert(0, Declaration(current));
            CheckParts(current, failures);
        }

        if (type.IsRefLikeType)
            failures.Add(Descriptors.NotTunable, type, type.Name, "a configuration", "a ref struct cannot be kept; make it a record or a class");
        return new TypeModel(
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)),
            new EquatableArray<string>(declarations),
            type.Name,
            OwnName(type),
            HintName(type),
            type.CopiesByWith(),
            CanBeDefault(type),
            new EquatableArray<string>(Hidden(type)),
            RootParameter(type));
    }

    /// <summary>How a type is called inside itself: by its full name, unless a type parameter in it has another meaning there.</summary>
    public static string OwnName(INamedTypeSymbol type)
    {
        var own = type.TypeParameters.Select(parameter => parameter.Name).ToArray();
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (outer.TypeParameters.Any(parameter => own.Contains(parameter.Name)))
                return $"{type.Name.Escaped()}<{string.Join(", ", own.Select(SymbolExtensions.Escaped))}>";
        }

        return type.FullName();
    }

    /// <summary>Checks that a type, or one around it, can have another part.</summary>
    public static void CheckParts(INamedTypeSymbol type, Failures failures)
    {
        if (type.IsFileLocal)
            failures.Add(Descriptors.FileLocal, type, type.Name);
        else if (!IsPartial(type))
            failures.Add(Descriptors.NotPartial, type, type.Name);
    }

    // Only members of the same name and parameters are hidden; a base's SpaceFrom has another parameter.
    private static IEnumerable<string> Hidden(INamedTypeSymbol type)
    {
        var bases = new List<INamedTypeSymbol>();
        bool hasRow = false;
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (ComponentParser.IsTunable(current))
                bases.Add(current);
            hasRow |= current.FindAttribute(KnownNames.Row) is not null;
        }

        foreach (string name in hasRow ? ReservedNames.OfRows : [])
            yield return name;

        if (bases.Count > 0)
            yield return KnownNames.HyperparametersType;
        if (bases.Any(CanBeDefault))
            yield return "Space";
        if (bases.Any(ComponentParser.IsFlow))
            yield return KnownNames.FittedType;
        var own = ComponentParser.IsFlow(type) ? SignatureParser.Parse(type) : null;
        if (own is not null && bases.Any(parent => SignatureParser.Parse(parent) is { } signature && signature.Role == own.Role && signature.Input == own.Input))
            yield return "Fit";
    }

    public static bool CanBeDefault(INamedTypeSymbol type)
    {
        if (type.IsAbstract || type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
            return false;
        var constructor = type.InstanceConstructors.FirstOrDefault(candidate => candidate.Parameters.Length == 0);
        if (constructor is null || constructor.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal))
            return false;
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers().Any(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
                return constructor.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute");
        }

        return true;
    }

    private static bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax())
        .OfType<TypeDeclarationSyntax>()
        .All(declaration => declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static string Declaration(INamedTypeSymbol type)
    {
        string keyword = (type.IsRecord, type.TypeKind) switch
        {
            (true, TypeKind.Struct) => "record struct",
            (true, _) => "record",
            (_, TypeKind.Struct) => "struct",
            (_, TypeKind.Interface) => "interface",
            _ => "class",
        };
        string parameters = type.TypeParameters.Length == 0
            ? ""
            : $"<{string.Join(", ", type.TypeParameters.Select(parameter => parameter.Name.Escaped()))}>";
        return $"partial {keyword} {type.Name.Escaped()}{parameters}";
    }

    private static string HintName(INamedTypeSymbol type)
    {
        string name = type.MetadataName;
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            name = $"{outer.MetadataName}+{name}";
        if (!type.ContainingNamespace.IsGlobalNamespace)
            name = $"{type.ContainingNamespace.ToDisplayString()}.{name}";
        return name.Replace('`', '-').Replace("@", "");
    }

    private static string RootParameter(INamedTypeSymbol type)
    {
        var taken = new HashSet<string>();
        for (var current = type; current is not null; current = current.ContainingType)
            taken.UnionWith(current.TypeParameters.Select(parameter => parameter.Name));
        taken.UnionWith(type.InstanceProperties().Select(property => property.Name));
        string name = "TRoot";
        while (taken.Contains(name))
            name += "_";
        return name;
    }
}
