using System.Collections.Immutable;

namespace TypedTune.Learning;

/// <summary>Takes the values of a model that is saved, each under a name; the names must be read in the same order. Made by saving alone. Not thread safe.</summary>
public sealed class ModelWriter
{
    private readonly IModelEncoder _encoder;
    private ImmutableArray<ModelColumn> _columns = [];
    private bool _knowsRows;

    internal ModelWriter(IModelEncoder encoder) => _encoder = encoder;

    /// <summary>The columns that the model was fitted on.</summary>
    internal ImmutableArray<ModelColumn> Columns => _columns;

    /// <summary>Writes a number, not-a-number and infinities included.</summary>
    /// <param name="name">The value's name.</param>
    /// <param name="value">The value, whose bits are kept.</param>
    public void Number(string name, double value) => _encoder.Number(Checked(name), value);

    /// <summary>Writes a whole number.</summary>
    /// <param name="name">The value's name.</param>
    /// <param name="value">The value.</param>
    public void Integer(string name, long value) => _encoder.Integer(Checked(name), value);

    /// <summary>Writes a bool.</summary>
    /// <param name="name">The value's name.</param>
    /// <param name="value">The value.</param>
    public void Bool(string name, bool value) => _encoder.Bool(Checked(name), value);

    /// <summary>Writes a text.</summary>
    /// <param name="name">The value's name.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="NotSupportedException">It is no valid UTF-16: half of a surrogate pair stands alone.</exception>
    public void Text(string name, string value)
    {
        _encoder.Text(Checked(name), Checked(name, value));
    }

    /// <summary>Writes a list of numbers.</summary>
    /// <param name="name">The list's name.</param>
    /// <param name="values">The numbers, whose bits are kept.</param>
    public void Numbers(string name, ReadOnlySpan<double> values) => _encoder.Numbers(Checked(name), values);

    /// <summary>Writes a list of whole numbers.</summary>
    /// <param name="name">The list's name.</param>
    /// <param name="values">The numbers.</param>
    public void Integers(string name, ReadOnlySpan<int> values)
    {
        var wide = new long[values.Length];
        for (int i = 0; i < wide.Length; i++)
            wide[i] = values[i];
        _encoder.Integers(Checked(name), wide);
    }

    /// <summary>Writes a list of whole numbers.</summary>
    /// <param name="name">The list's name.</param>
    /// <param name="values">The numbers.</param>
    public void Integers(string name, ReadOnlySpan<long> values) => _encoder.Integers(Checked(name), values);

    /// <summary>Writes a list of texts.</summary>
    /// <param name="name">The list's name.</param>
    /// <param name="values">The texts.</param>
    /// <exception cref="NotSupportedException">One is no valid UTF-16.</exception>
    public void Texts(string name, IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (string value in values)
            Checked(name, value);
        _encoder.Texts(Checked(name), values);
    }

    /// <summary>Writes names of columns, with their categories and what they were made of.</summary>
    /// <param name="name">The value's name.</param>
    /// <param name="names">The names. The first that a model writes stand in the manifest as its columns, unless it names a row type.</param>
    public void FeatureNames(string name, FeatureNames names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (_columns.IsEmpty)
            _columns = ModelColumn.FromNames(names);
        Within(name, nameof(FeatureNames), () => FeatureNamesValues.Write(this, names));
    }

    /// <summary>Writes a column of categories.</summary>
    /// <param name="name">The value's name.</param>
    /// <param name="column">The column.</param>
    public void Categories(string name, Categories column)
    {
        ArgumentNullException.ThrowIfNull(column);
        Within(name, nameof(Categories), () =>
        {
            Texts("Levels", column.Levels);
            Integers("Codes", column.Codes);
        });
    }

    /// <summary>Writes a matrix with the names of its columns.</summary>
    /// <param name="name">The value's name.</param>
    /// <param name="matrix">The matrix.</param>
    public void Matrix(string name, FeatureMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        Within(name, nameof(FeatureMatrix), () =>
        {
            FeatureNames("Names", matrix.Names);
            Integer("Rows", matrix.RowCount);
            Numbers("Values", matrix.AsColumnMajor());
        });
    }

    /// <summary>Writes a configuration, as its canonical text; see <see cref="ConfigurationText"/>.</summary>
    /// <typeparam name="T">The configuration's type.</typeparam>
    /// <param name="name">The value's name.</param>
    /// <param name="configuration">The configuration.</param>
    /// <exception cref="NotSupportedException">A property of it has no text; the message names it.</exception>
    public void Configuration<T>(string name, T configuration) => _encoder.Text(Checked(name), ConfigurationText.Write(configuration));

    /// <summary>Writes another fitted object.</summary>
    /// <typeparam name="TModel">Its type.</typeparam>
    /// <param name="name">The part's name.</param>
    /// <param name="part">The part.</param>
    public void Part<TModel>(string name, TModel part)
        where TModel : IPersistentModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(part);
        Model(Checked(name), part);
    }

    /// <summary>Writes other fitted objects of one type.</summary>
    /// <typeparam name="TModel">Their type.</typeparam>
    /// <param name="name">The list's name.</param>
    /// <param name="parts">The parts.</param>
    public void Parts<TModel>(string name, IReadOnlyList<TModel> parts)
        where TModel : IPersistentModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(parts);
        _encoder.BeginList(Checked(name), parts.Count);
        foreach (var part in parts)
            Model("", part);
        _encoder.EndList();
    }

    /// <summary>Writes another fitted object, which is of one of several types.</summary>
    /// <typeparam name="TBase">What all of them are.</typeparam>
    /// <param name="name">The part's name.</param>
    /// <param name="part">The part.</param>
    /// <param name="options">The types that it may be of.</param>
    /// <exception cref="NotSupportedException">It is of none of these types.</exception>
    public void Option<TBase>(string name, TBase part, params IReadOnlyList<ModelOption<TBase>> options)
        where TBase : class
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(options);
        foreach (var option in options)
        {
            if (option.TryWrite(this, Checked(name), part))
                return;
        }

        throw new NotSupportedException($"{name} is a {part.GetType()}, which cannot be saved here. It would have to be one of: {string.Join(", ", options)}.");
    }

    /// <summary>Notes the columns of the row type that the model reads, which must be the same when it is loaded.</summary>
    /// <typeparam name="TRow">The row type.</typeparam>
    /// <exception cref="NotSupportedException">A part before it reads rows of another type.</exception>
    public void Rows<TRow>()
        where TRow : IRow<TRow>
    {
        var columns = ModelColumn.FromRows<TRow>();
        if (_knowsRows && !_columns.SequenceEqual(columns))
            throw new NotSupportedException($"A model of several row types cannot be saved; the second is {TRow.Schema.Name}.");
        _columns = columns;
        _knowsRows = true;
    }

    /// <summary>Writes a model under a name that was checked.</summary>
    internal void Model<TModel>(string name, TModel model)
        where TModel : IPersistentModel<TModel>
    {
        if (!typeof(TModel).IsValueType && model.GetType() != typeof(TModel))
            throw new NotSupportedException($"{model.GetType()} cannot be saved as its base {typeof(TModel)}, by which its own values would be lost. Let it implement IPersistentModel itself.");
        _encoder.Begin(name, TModel.ModelName, TModel.ModelVersion);
        model.Write(this);
        _encoder.End();
    }

    private void Within(string name, string kind, Action write)
    {
        _encoder.Begin(Checked(name), kind, 1);
        write();
        _encoder.End();
    }

    private static string Checked(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return name[0] != '$' ? Checked(nameof(name), name) : throw new ArgumentException($"'{Excerpt.From(name)}' is no name of a value: it must not begin with '$'.", nameof(name));
    }

    private static string Checked(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        for (int i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i]))
                continue;
            if (i + 1 == value.Length || !char.IsSurrogatePair(value[i], value[i + 1]))
                throw new NotSupportedException($"{name} holds half of a surrogate pair, which no file of text can have.");
            i++;
        }

        return value;
    }
}
